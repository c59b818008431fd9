# The Compare page
compare-title = Compare answers
compare-lead = Every answer met the same futures. What differs between two of them in one future is the answer’s doing.
compare-everybody = Everybody
compare-measure-of = { $measure }: “{ $part }”
compare-deed = { $action } ({ $actor })
compare-source-peer = people one knows
compare-source-own-state = people’s own state
compare-source-rival-state = rival state
compare-source-press = press
compare-source-fact-checkers = fact-checkers
compare-source-platform = platform
compare-source-international = international organisations

compare-judged-by = Judged by
compare-held-against = Held against
compare-futures = { $futures ->
    [one] 1 future
   *[other] { $futures } futures
  }: { $seeds ->
    [one] 1 seed
   *[other] { $seeds } seeds
  }, { $rules ->
    [one] 1 belief rule
   *[other] { $rules } belief rules
  }

compare-head-sure = “{ $answer }” does better than “{ $baseline }” in { $better } of { $futures } futures, worse in { $worse }.
compare-head-unsure = No answer is clearly better than “{ $baseline }”. The nearest, “{ $answer }”, does better in { $better } of { $futures } futures, worse in { $worse }.
compare-head-none = No answer improves on “{ $baseline }”. The nearest, “{ $answer }”, does better in { $better } of { $futures } futures, worse in { $worse }.
compare-head-undefined = “{ $answer }” and “{ $baseline }” cannot be compared: the measure is undefined in every future.
compare-head-amount = { $measure }: { $mean } on average (95 % interval: { $span }).
compare-head-mean = { $measure }: { $mean } on average.
compare-head-few = With { $seeds ->
    [one] 1 seed
   *[other] only { $seeds } seeds
  }, luck can look like an effect.

compare-changes = What each answer changes
compare-changes-baseline = Baseline
compare-changes-nothing = Changes nothing: the story takes its course.
compare-changes-unknown = Its plan is not known to this version.
compare-why = Why is it different?
compare-run = Look at one run

compare-how-often = How often is it better?
compare-over-time = When does it act?
compare-show-answer = Answer shown
compare-no-series = { $measure } is measured at the end of a run only, so there is no path over time. Choose another measure above to see one.
compare-instead = Shown over time: { $measure }, which stands behind “{ $asked }”.
compare-happened = What the numbers on the axis are
compare-side-story = story
compare-side-rival = operation
compare-side-ours = answer
compare-regret = What if we are wrong?
compare-threshold = Acceptable up to
compare-threshold-least = Acceptable from
compare-threshold-is-most = Acceptable: { $measure } of { $value } or less.
compare-threshold-is-least = Acceptable: { $measure } of { $value } or more.
compare-good = What is acceptable
compare-good-value = A value
compare-good-gain = A gain over “{ $baseline }”
compare-gain = Better than “{ $baseline }” by at least
compare-threshold-is-gain = Acceptable: better than “{ $baseline }” in the same future, by at least { $value }.
compare-threshold-is-no-worse = Acceptable: no worse than “{ $baseline }” in the same future.
compare-regret-all = All futures
compare-regret-rule = Under { $rule }
compare-regret-table = Regret of each answer over all futures
compare-for-whom = Who wins and who loses?
compare-groups-none = No group is clearly better or worse off
compare-groups-gain = { $gains ->
    [one] { $gain } is clearly better off, and no group worse
   *[other] { $gain } are clearly better off, and no group worse
  }
compare-groups-lose = { $loses ->
    [one] { $lose } is clearly worse off, and no group better
   *[other] { $lose } are clearly worse off, and no group better
  }
compare-groups-both = Clearly better off: { $gain }; worse: { $lose }
compare-groups-many = { $n } groups
compare-groups-not = This measure is not taken for parts of the public.
compare-shown-for = Shown for “{ $answer }”; choose another above.
compare-rules = Does it hang on how people change their minds?
compare-rules-survive = { $n ->
    [2] The ranking of the answers is the same under both belief rules
   *[other] The ranking of the answers is the same under all { $n } belief rules
  }
compare-rules-best = { $n ->
    [2] “{ $answer }” is best under both belief rules; further down the ranking they differ
   *[other] “{ $answer }” is best under all { $n } belief rules; further down the ranking they differ
  }
compare-rules-differ = The best answer hangs on the belief rule: { $told }
compare-rules-told = “{ $answer }” under { $rule }
compare-rules-one = Only one belief rule was tried ({ $rule }). Whether the ranking survives another is not known.
compare-spread = Where does the spread come from?
compare-rights = Rights and cost
compare-rights-lead = Means over all futures. The class is the one that the Companion Guide (2024) gives to the measures named with it, the gravest of each answer.
compare-rights-class = Class
compare-rights-measures = Measures
compare-rights-none = –
compare-rights-unproblematic = largely unproblematic
compare-rights-potentially-problematic = potentially problematic
compare-rights-highly-problematic = highly problematic
compare-rights-not-taken = not measured
compare-trade = What does it cost elsewhere?
compare-trade-across = Across
compare-trade-up = Upwards
compare-delay = What does waiting cost?
compare-delay-empty = No later variants of these answers were run.
compare-delay-ask = Ask for the answer shown, later by { $delays }
compare-delay-job = The later answers are on their way
compare-delay-whole = All about these later answers
compare-reproduce = Reproduce this
compare-reproduce-lead = The same question on a command line:
compare-brief = Take it along
compare-brief-lead = One page to print, and the whole data.
compare-brief-html = Brief (web page)
compare-brief-pdf = Brief (PDF)
compare-brief-zip = Data (zip)

compare-empty = Nothing is being compared yet.
compare-empty-ask = Ask a question
compare-empty-studies = Choose runs from the studies
compare-one-arm = Only one answer was asked for, so there is nothing to hold it against.
compare-usual = Compare by the usual measure
compare-undefined = By this measure nothing can be compared: it is undefined in every future for the baseline or for all of the answers. Choose another above.
compare-regret-unknown = There is no future in which this measure is defined for all answers, so nobody knows the best one.
