studies-title = Studies
studies-lead = Every run that is stored here. Choose several of one story to compare them.
studies-empty = Nothing has been run yet. Choose a story and ask a question; its runs will be listed here.
studies-choose = Choose a story
studies-runs = { $n ->
    [one] { $runs } finished run
   *[other] { $runs } finished runs
  }
studies-table = Finished runs
studies-story = Story
studies-response = Response
studies-belief = Belief rule
studies-platform = Feed
studies-seed = Seed
studies-accounts = Accounts
studies-started = Started (UTC)
studies-compare = Compare these
studies-choose-runs = Choose two runs or more, by the boxes on the left.
studies-chosen = { $n ->
    [one] { $runs } run chosen. Choose one more at least.
   *[other] { $runs } runs chosen
  }
studies-too-few = Fewer than two runs are left: nothing to draw.
studies-first = Drawn are the first { $shown } of { $all } runs. Filter the table, or choose some, to see others.
studies-lines-best = “{ $best }” has the least { $outcome }: { $value } (median)
studies-lines-range = { $outcome }: from { $low } to { $high }
studies-lines-bare = { $n ->
    [one] { $runs } run
   *[other] { $runs } runs side by side
  }
studies-lines-summary = { $n ->
    [one] { $runs } run as a line over: { $axes }.
   *[other] { $runs } runs, each a line over: { $axes }.
  }
studies-lines-same = The same in all: { $axes }.
studies-comparisons = Comparisons
studies-no-comparisons = None yet. Choose runs above and compare them.
studies-unfinished = { $n ->
    [one] { $runs } run without a result
   *[other] { $runs } runs without a result
  }
studies-failed = Failed
studies-partial = Stopped, or still under way
studies-damaged = Damaged
studies-more = And { $n } more.
