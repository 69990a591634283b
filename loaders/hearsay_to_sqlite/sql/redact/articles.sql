-- Of a run's command only its first word: the rest names files.
insert into out.loads (id, command, version, started_at, ended_at, articles, attributions, rejected, counts)
select id, substr(command, 1, instr(command || ' ', ' ') - 1), version, started_at, ended_at, articles, attributions, rejected,
    counts
from loads;

insert into out.cases (id, title, description, licence, source, curated_by)
select id, title, description, licence, source, curated_by
from cases;

insert into out.outlets (id, name, url, country, language, kind)
select id, name, url, country, language, kind
from outlets;

insert into out.outlet_facts (id, outlet_id, property, value, since, until, source_url)
select id, outlet_id, property, value, since, until, source_url
from outlet_facts;

insert into out.articles (
    n, id, title, url, publisher_id, origin_outlet_id, origin_basis, byline, published_on, published_on_basis, language,
    wording, text_length, text_sha256, source_sha256, encoding, source, supersedes, note, load_id
)
select n, id,
    case
        when id in (select id from erased where kind = 'article') then 'Withdrawn'
        -- An article known from a table without a title goes by the words of a statement, which may have to stay out.
        when exists (
            select 1
            from attributions
            join left_out on left_out.id = attributions.id
            where attributions.article_id = articles.id
                and attributions.method = 'imported'
                and instr(
                    coalesce(attributions.quotation, attributions.content_text, attributions.gist),
                    rtrim(articles.title, '…')
                ) > 0
        ) then 'Untitled'
        else short_title(title, text)
    end,
    iif(is_web(url) and id not in (select id from erased where kind = 'article'), url, null), publisher_id, origin_outlet_id,
    origin_basis, iif(id in (select id from erased where kind = 'article'), null, byline),
    published_on, published_on_basis, language, wording, coalesce(text_length, length(text)), text_sha256, source_sha256,
    encoding, source, supersedes, iif(id in (select id from erased where kind = 'article'), null, note), load_id
from articles
order by n;

insert into out.article_locations (id, article_id, location, archived_url, retrieved_at, source_sha256, text_sha256)
select id, article_id, archived_url, archived_url, retrieved_at, source_sha256, text_sha256
from article_locations
where is_web(archived_url)
    and article_id not in (select id from erased where kind = 'article')
group by article_id, archived_url;

insert into out.article_translations (article_id, step, from_language, to_language, "by", basis)
select article_id, step, from_language, to_language, "by", basis
from article_translations;

insert into out._article_roots (article_id, root_id)
select article_id, root_id
from _article_roots;

insert into out.mentions (id, article_id, actor_id, name, start, "end")
select id, article_id, public_id(actor_id), name, start, "end"
from mentions
where few_words(name) = name
    and actor_id not in (select id from erased where kind = 'actor')
    and article_id not in (select id from erased where kind = 'article')
