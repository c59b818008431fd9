# The one-page brief
brief-kind = Policy brief · { $story }
brief-warning = This is not a forecast
brief-title-without-question = Which answer does best: { $story }?
brief-quoted = “{ $what }”
brief-and = { $first } and { $last }
brief-from-to = { $low } to { $high }
brief-measure-of = { $measure }: { $part }
brief-unit-points = points
brief-unit-euros = euros
brief-unit-hours = hours
brief-unit-people = people
brief-unit-posts = posts
brief-unit-other = its own unit
brief-futures = { $n ->
    [one] 1 future
   *[other] { $n } futures
  }

# the first line
brief-advice-sure = Recommended: “{ $answer }”.
brief-advice-asked = “{ $answer }”, the answer asked about:
brief-advice-unsure = No answer tried is surely better than “{ $baseline }”. The nearest is “{ $answer }”:
brief-advice-none = No answer tried improves on “{ $baseline }”. The nearest is “{ $answer }”:
brief-advice-few = Too few draws of chance ({ $seeds }) to recommend anything. So far the nearest is “{ $answer }”:
brief-advice-undefined = “{ $answer }” and “{ $baseline }” cannot be compared: the measure is undefined in every future.
brief-odds = better than “{ $baseline }” in { $better } of { $n ->
    [one] 1 future
   *[other] { $n } futures
  }, { $worse ->
    [0] worse in none
   *[other] worse in { $worse }
  }{ $equal ->
    [0] { "." }
   *[other] , equal in { $equal }.
  }
brief-odds-start = Better than “{ $baseline }” in { $better } of { $n ->
    [one] 1 future
   *[other] { $n } futures
  }, { $worse ->
    [0] worse in none
   *[other] worse in { $worse }
  }{ $equal ->
    [0] { "." }
   *[other] , equal in { $equal }.
  }
brief-grounds = Judged by { $measure }. It stands at { $before } with “{ $baseline }”; the median difference is { $median } { $unit }, and nine futures in ten lie between { $low } and { $high }.
brief-grounds-one = Judged by { $measure }. It stands at { $before } with “{ $baseline }”; the difference is { $median } { $unit }.
brief-rival = “{ $answer }” cannot be told apart from it by this measure.
brief-threshold = { $measure } stays within { $threshold } in { $within } of { $n ->
    [one] 1 future
   *[other] { $n } futures
  }.

# figures
brief-dots-title = { $letter }: better in { $better } of { $n ->
    [one] 1 future
   *[other] { $n } futures
  }
brief-dots-caption = { $n } futures as 50 equally likely dots: difference from “{ $baseline }”, in { $unit }. Full: better; hollow: worse; square: equal. Dashed: no difference.
brief-dots-told = Dot plot. { $answer }: of { $n } futures better in { $better }, worse in { $worse }, equal in { $equal }; median difference { $median }, nine in ten between { $low } and { $high } ({ $unit }).
brief-side-better = better
brief-side-worse = worse
brief-strips-title = { $n ->
    [one] The one option against the baseline
   *[other] Better at least 3 times in 4: { $often } of { $n } options
  }
brief-strips-caption = Line: nine futures in ten; square: median; difference from “{ $baseline }”, in { $unit }. Letters as in the table.
brief-strips-told = { $answer }: median { $median }, nine in ten between { $low } and { $high }.
brief-no-figure = There is nothing to draw: the measure is undefined in every future.

# table
brief-table-title = The options
brief-column-option = Option
brief-column-effect = Effect, { $unit }: median (5 to 95 %)
brief-column-better = Better in
brief-column-acceptable = Within { $threshold }
brief-column-cost = Cost
brief-column-staff = Staff hours
brief-column-begins = First act after
brief-column-regret = Worst regret, { $unit }
brief-column-voices = Voices lowered
brief-column-removals = Wrongful removals
brief-column-rights = Rights class
brief-baseline = baseline ({ $mean })
brief-of = { $k } of { $n }
brief-at-start = at once
brief-before = { $hours } before
brief-table-note = Cost, hours, voices and removals are means. Worst regret: how far an option fell short of the best option in its worst future. Voices lowered: people made less heard though they said nothing false. Wrongful removals: what was taken down although it broke no rule. Rights class: { $source }.
brief-rights-source = DISARM Foundation, Companion Guide 2024
brief-rights-unproblematic = largely unproblematic
brief-rights-potentially_problematic = potentially problematic
brief-rights-highly_problematic = highly problematic
brief-rights-none = not classed

# sections
brief-fails = It fails when …
brief-fails-rule = … people change their minds by the rule “{ $value }”: better in only { $better } of { $n }.
brief-fails-setting = … { $setting } = { $value }: better in only { $better } of { $n }.
brief-fails-box = … { $limits }: this covers { $coverage } of its { $failures } failures, and { $density } of what lies within fails.
brief-limit-is = { $setting } is { $value }
brief-limit-least = { $setting } is at least { $low }
brief-limit-most = { $setting } is at most { $high }
brief-limit-between = { $setting } is between { $low } and { $high }
brief-belief-rule = the belief rule
brief-fails-nowhere = Under no assumption that was varied ({ $settings }) is it better in half of the futures or fewer.
brief-fails-ranking = Best under each belief rule: { $told }.
brief-fails-ranking-one = { $letter } by “{ $rule }”
brief-fails-luck-never = Only chance was varied, no assumption, and in none of { $n ->
    [one] 1 future
   *[other] { $n } futures
  } was it worse. Where it fails is therefore not known.
brief-fails-luck = Only chance was varied, no assumption: in { $worse } of { $n ->
    [one] 1 future
   *[other] { $n } futures
  } it was worse, by luck alone. Where it fails is therefore not known.
brief-fails-for = It makes things worse for { $who } ({ $by } { $unit }).
brief-holds = What must hold
brief-holds-assumed = { $n } inputs are assumed, not measured; { $own } of them shape this answer itself. The most telling:
brief-holds-share = Of posts seen, { $value } are reshared; nobody has measured this in public (A14).
brief-holds-spread = False claims are reshared { $value } times as readily as true ones; studies disagree even on the sign (A16).
brief-holds-step = Each time a claim is seen, belief in it grows by { $value } log-odds; studies range from 0 to 0.67 (A52).
brief-holds-rules = { $n ->
    [one] Only one belief rule was tried: { $rules }.
   *[other] { $n } belief rules were tried: { $rules }.
  }
brief-spread = What makes the difference vary: { $parts }.
brief-spread-chance = chance for { $share }
brief-spread-parameters = the parameters for { $share }
brief-spread-model = the belief rule for { $share }
brief-spread-rest = their interplay for { $share }
brief-caveats = Two caveats
brief-caveat-model = A simulated public of { $accounts } accounts stands for a real one. The differences between answers can be used; their sizes in your country cannot be read off.
brief-caveat-few = With { $n ->
    [one] 1 seed
   *[other] { $n } seeds
  } (draws of chance), luck can look like an effect; the 5 to 95 % range is rough below twenty.
brief-caveat-rule = The way people change their minds is itself in dispute, and other belief rules may rank the answers otherwise.
brief-caveat-evidence = Most experiments behind the numbers were made with adults in Western countries between 2016 and 2024; hardly any concern diplomacy.
brief-left-out = Left out: the words and pictures of posts, and whatever comes after { $time }.
brief-rights = Rights
brief-rights-of = “{ $answer }” takes: { $measures }.
brief-rights-act = { $label } ({ $facts })
brief-rights-does-nothing = “{ $answer }” takes no measure.
brief-rights-cost = On average, people made less heard though they said nothing false: { $voices }; posts or accounts taken down though they broke no rule: { $removals }.
brief-rights-unmeasured = Voices lowered and wrongful removals were not measured in these runs.

# provenance
brief-provenance = { $runs } runs ({ $arms } answers × { $n ->
    [one] 1 future
   *[other] { $n } futures
  }; a future is one seed under one set of assumptions), finished on { $date } UTC. Parley { $version }, code { $code }; runs { $hash }. The same on any machine.
brief-provenance-seeds = Seeds { $seeds }.
brief-reproduce = Reproduce with
brief-shortened = … (shortened)

# the door
brief-written = Written: { $file }

# the readme of the data
brief-data-title = # The data behind the brief
brief-data-lead = All of { $n } runs ({ $hash }). Tables as CSV and as Parquet:
brief-data-colon = :
brief-data-differences = one row for each measure and answer: means, mean paired difference, its 95 % interval, and in how many futures better, worse or equal.
brief-data-futures = one row for each run, one column for each measure at the end of the run.
brief-data-series = one row for each run and measured hour; the CSV holds the whole public, the Parquet file its parts too.
brief-data-measures = what each measure is called, its unit, and which way is better.
brief-data-settings = the settings of each run, named by the run.
brief-data-units = Units stand in `measures`. Shares run from 0 to 1; money is in euros; time in hours since the start of the story. `claim@part` is the measure for a part of the public.
brief-data-undefined = An empty field is undefined, not nought.
brief-data-again = The same again:
brief-data-warning = This is not a forecast. It compares answers under stated assumptions, in simulated publics; nobody’s name and nobody’s posts are in it.
