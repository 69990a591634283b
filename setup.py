"""Package metadata: one distribution, two import packages. Tools: pyproject.toml."""

from pathlib import Path
from shutil import copyfile

from setuptools import find_packages, setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
PLUGIN = ROOT / "plugin" / "datasette_hearsay"
VEGA = PLUGIN / "static" / "vega.js"
METADATA = "metadata.yml"
README = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
# trafilatura's justext needs lxml_html_clean, which lxml no longer brings.
HTML = ["trafilatura>=2.0", "lxml_html_clean>=0.4"]
# The scheduler and its workers only: no dataframes, no dashboard.
CLUSTER = ["distributed>=2024.8"]
# A model of the user's own, run without a framework: three wheels, nothing downloaded at run time.
SEMANTIC = ["numpy>=1.26", "onnxruntime>=1.17", "tokenizers>=0.15"]
TEST = [
    *HTML,
    *CLUSTER,
    *SEMANTIC,
    "pytest>=8",
    "pytest-xdist>=3.6",
    "pytest-asyncio>=1.2",
    "hypothesis>=6.100",
    "playwright>=1.50",
    "axe-playwright-python>=0.1.4",
]
# What calls code clean changes between versions, so these two are pinned.
DEV = [
    *TEST,
    "build",
    "cogapp>=3.4",
    "mypy==2.4.1",
    "ruff==0.17.5",
    "types-PyYAML",
    "types-jsonschema",
]


class Build(build_py):
    """Write what the package holds and the repository does not hold in its place: the Vega bundle, so that no JavaScript
    of others is committed, and metadata.yml, which ``publish`` gives to every site.

    An editable install builds too, so both ways of installing have them.
    """

    def run(self) -> None:
        """Write ``static/vega.js`` unless it is there, build as always, and add ``metadata.yml``.

        An sdist carries the bundle, so building a wheel from one needs no build requirement of ours.
        """
        if not VEGA.exists():
            import vl_convert

            VEGA.parent.mkdir(parents=True, exist_ok=True)
            VEGA.write_text(vl_convert.javascript_bundle(), encoding="utf-8")
        super().run()
        if self.editable_mode:
            # Whoever edits the one must not have an old copy of it in the other.
            packaged = PLUGIN / METADATA
            packaged.unlink(missing_ok=True)
            packaged.symlink_to(Path("..", "..", METADATA))
        else:
            copyfile(ROOT / METADATA, Path(self.build_lib) / PLUGIN.name / METADATA)


setup(
    name="datasette-hearsay",
    version="0.1",
    description="Track who said what: attributed claims in SQLite and Datasette",
    long_description=README,
    long_description_content_type="text/markdown",
    license_expression="Apache-2.0",
    license_files=["LICENSE"],
    classifiers=["Framework :: Datasette", "Typing :: Typed"],
    python_requires=">=3.10",
    package_dir={
        "datasette_hearsay": "plugin/datasette_hearsay",
        "hearsay_to_sqlite": "loaders/hearsay_to_sqlite",
    },
    packages=[*find_packages("plugin"), *find_packages("loaders")],
    package_data={
        "": ["py.typed", "sql/**/*.sql", "vocabulary/**/*.yml"],
        "datasette_hearsay": [
            "charts/*.yml",
            "publishing/files/*",
            "static/*",
            "templates/**/*.html",
        ],
        "hearsay_to_sqlite": ["sources/*.json"],
    },
    install_requires=[
        "anyascii>=0.3.2",
        "charset-normalizer>=3.3",
        "click>=8.1",
        "datasette>=0.65,<2",
        "datasette-vega>=0.6.2",
        "feedparser>=6.0.11",
        "idna>=3.4",
        "jsonschema>=4.20",
        "py3langid>=0.3",
        "pyyaml>=6",
        "rapidfuzz>=3.9",
        "sqlite-utils>=4.0",
        "warcio>=1.7.5",
    ],
    extras_require={
        "html": HTML,
        "cluster": CLUSTER,
        "semantic": SEMANTIC,
        "train": [],
        "test": TEST,
        "dev": DEV,
    },
    cmdclass={"build_py": Build},
    entry_points={
        "console_scripts": ["hearsay-to-sqlite = hearsay_to_sqlite.__main__:main"],
        "datasette": ["hearsay = datasette_hearsay"],
        "hearsay_to_sqlite.views": ["hearsay = datasette_hearsay.sql.views"],
        "hearsay_to_sqlite.kept": [
            "charts = datasette_hearsay.sql.charts",
            "pages = datasette_hearsay.sql.pages",
        ],
    },
)
