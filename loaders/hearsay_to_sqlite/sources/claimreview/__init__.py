"""ClaimReview, schema.org's markup of published verdicts, in the shapes in which it is met."""
