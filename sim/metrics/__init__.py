"""Metrics: one outcome a file, measured on the world as it stands, with its unit and which way is better.

A metric offers
  CARD       label in English and French, `unit`, `better` ("lower", "higher", or "" where it depends),
             `idea` (one sentence: the definition) and its sources
  WHEN       "series" (measured again and again, so it costs microseconds) or "end" (after the last tick)
  SEGMENTED  whether it can be measured for the members of a segment alone
  BY         what stands behind the dot, if it is told by something: claims, false_claims, true_claims, acts, images,
             operations, detectors, layers, tags or sources
  READS_RESHARES  True if it reads the archive of reshares, which is kept for such metrics only
  SINGLE_ACTS  True if it reads the screens, which only platforms with single acts have; it is taken there only
  SUMS_UP    the series metric that it sums up, if any; that is then taken too
  measure(world, members)  a number, or numbers by claim or source name; `members` is a mask of accounts

It changes nothing. The public are people (citizens and influencers) unless the card says otherwise. What is
undefined (a mean over nobody, a share of nothing) is NaN, never 0. Results call the columns `name`,
`name.key`, `name@segment` and `name.key@segment`. `better` speaks for false claims only where the metric is
measured for false claims only; a metric of all claims has none, since the spread of a true claim may be good.
"""
