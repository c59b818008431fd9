# The page that says why two answers differ
why-title = Why they differ
why-lead = Two answers meet the same luck. Where they first differ, and what grows from it, is their doing.
why-choose-a = Hold against
why-choose-b = Answer
why-choose-future = Future
why-choose-measure = Judged by
why-future = Seed { $seed }
why-colon = { ": " }
why-semicolon = { "; " }
why-list = { $others } and { $last }
why-empty = Choose a question, and two of its answers, to see why they differ.

why-hour-start = at the start
why-hour-after = after { $hours }
why-hour-before = { $hours } before the start
why-measure-of = { $measure } (“{ $part }”)
why-words-never = In this future “{ $a }” and “{ $b }” never part: the two runs are alike to the last number.
why-words-numbers = They part { $hour }, though nothing that the journals note is different.
why-words-acts = They part { $hour }: { $acts }.
why-words-others = { $n ->
    [one] , and one thing more
   *[other] , and { $n } things more
  }
why-words-later = By { $when }, { $measure } is { $change } with “{ $b }” than with “{ $a }”; by the end ({ $end }) it is { $last }.
why-words-end = By the end ({ $when }), { $measure } is { $change } with “{ $b }” than with “{ $a }”.
why-change-lower = { $size } lower
why-change-higher = { $size } higher
why-change-same = no different
why-change-undefined = not defined
why-words-overall = Over { $futures ->
    [one] the one future
   *[other] all { $futures } futures
  }, “{ $b }” does better in { $better } and worse in { $worse }; { $measure }: { $mean } on average ({ $span }).
why-words-overall-open = Over { $futures ->
    [one] the one future
   *[other] all { $futures } futures
  }, { $measure } changes by { $mean } on average ({ $span }): higher in { $better }, lower in { $worse }.
why-words-undefined = { $measure } is defined in no future of both.

why-event-begin = “{ $answer }” begins: { $deed }
why-event-end = { $deed } ends
why-event-statement = a statement of “{ $answer }”
why-event-alert = an alert ({ $deed })
why-event-trigger = what triggers { $deed } comes true
why-event-refused = { $deed } is refused for want of money
why-event-verdict = a verdict by { $deed }
why-event-tripped = { $deed } trips
why-event-other = { $what }: { $deed }

why-when = When do they part?
why-step-acts = What is done first differs
why-step-numbers = Any measured number first differs
why-step-half = Half of the last difference is there: { $measure }
why-axis-hours = Time after the start
why-times = × { $value }
why-column-future = Future
why-column-acts = Acts differ (h)
why-column-numbers = Numbers differ (h)
why-column-half = Half of the difference (h)
why-column-measure = Measure
why-parting-never = The two never part in any future
why-parting-at-once = They part after { $from } in every future
why-parting-between = They part after { $from } to { $until }, by the future
why-parting-half = { $parting }; half of the last difference takes { $half }
why-parting-told = A mark stands for the futures that take a step at that hour, a larger one for more of them; the ring marks the one that is shown below. Where there is no lasting difference, the last row has no mark.
why-first-acts = What differed first, { $hour }
why-first-numbers = What was first measured differently, { $hour }

why-time = How does the difference grow?
why-side-story = story
why-side-rival = operation
why-side-a = first
why-side-b = answer
why-paths-difference = Difference in the same future (grey: the others), { $unit }
why-paths-same = “{ $a }” and “{ $b }” run alike in this future
why-paths-less = After { $when }, “{ $b }” stands { $size } lower than “{ $a }”
why-paths-more = After { $when }, “{ $b }” stands { $size } higher than “{ $a }”
why-paths-told = { $measure } after { $when }: { $first } with “{ $a }”, { $second } with “{ $b }”. They are furthest apart after { $at }: { $most }.

why-cascades = Which cascades grew?
why-cascades-nothing = No post about the claims was passed on in this future.
why-cascades-apart = The largest cascade has { $first } posts with “{ $a }” and { $second } with “{ $b }”
why-cascades-same = { $n ->
    [one] The cascade that both have is as large with “{ $b }” as with “{ $a }”
   *[other] The { $count } cascades that both have are as large with “{ $b }” as with “{ $a }”
  }
why-cascades-smaller = { $n ->
    [one] The cascade that both have is { $share } smaller with “{ $b }”
   *[other] The { $count } large cascades that both have are { $share } smaller with “{ $b }”
  }
why-cascades-larger = { $n ->
    [one] The cascade that both have is { $share } larger with “{ $b }”
   *[other] The { $count } large cascades that both have are { $share } larger with “{ $b }”
  }
why-cascades-sum = Together they hold { $first } posts with “{ $a }” and { $second } with “{ $b }”.
why-cascades-told = The largest of each answer in this future. Grey: “{ $a }”; colour: “{ $b }”. Two belong together when the same post began them, or the only one of such an account on that claim at that moment.
why-cascade-support = “{ $claim }”, begun by: { $kind }, { $hour }
why-cascade-deny = Against “{ $claim }”, begun by: { $kind }, { $hour }
why-cascade-neutral = About “{ $claim }”, begun by: { $kind }, { $hour }
why-cascade-none = not there
why-cascade-axis = Size of the cascade, in posts
why-column-cascade = Cascade
why-column-size = Size, { $answer }
why-column-depth = Depth, { $answer }
why-column-virality = Structural virality, { $answer }
why-column-carried = Passed on by, { $answer }
why-carriers = Who carried them
why-carried = { $who } with “{ $answer }”

why-ours = What does each action of “{ $answer }” do?
why-red = What if the operation left something out?
why-entry = { $deed }, { $when } ({ $name })
why-entry-waits = { $deed } ({ $name })
why-own-single = “{ $answer }” is one single action: without it, nothing is done.
why-own-empty = Neither of the two does anything that could be left out.
why-red-nobody = This story has no operation whose actions could be left out.
why-not-asked = These runs were chosen by hand. Ask the question anew to leave actions out of it.
why-not-measured = { $measure } is not defined in these runs.
why-own-axis = What the action adds to the outcome, { $unit }
why-red-axis = What the operation’s action adds to the outcome, { $unit }
why-own-unclear = No single action of “{ $answer }” has an effect that stands out from luck
why-own-how = Each bar is “{ $answer }” whole minus “{ $answer }” without that action, in { $futures ->
    [one] one future
   *[other] the same { $futures } futures
  }. Full bars: the 95 % interval lies on one side.
why-lost-more = Without “{ $action }”, more than the whole gain is lost
why-lost-all = Without “{ $action }”, nearly the whole gain is lost
why-lost-three-quarters = Without “{ $action }”, three quarters of the gain are lost
why-lost-two-thirds = Without “{ $action }”, two thirds of the gain are lost
why-lost-half = Without “{ $action }”, half of the gain is lost
why-lost-third = Without “{ $action }”, a third of the gain is lost
why-lost-quarter = Without “{ $action }”, a quarter of the gain is lost
why-lost-little = Without “{ $action }”, a little of the gain is lost
why-lost-nothing = Without “{ $action }”, next to nothing is lost
why-lost-harm = Without “{ $action }”, the gain would be larger
why-together-some = { $names } do more together than each alone: { $mean }.
why-together-adds = The effects of the actions add up to the whole, as far as one can tell: { $mean } is left ({ $span }).
why-together-apart = The effects of the actions do not add up to the whole: { $mean } is left ({ $span }). They work upon each other.
why-together-unknown = What the actions do only together cannot be told from one seed: { $mean } is left.
why-red-unclear = No single action of the operation stands out from luck
why-without-lower = Without “{ $action }”, { $measure } would be { $size } lower
why-without-higher = Without “{ $action }”, { $measure } would be { $size } higher
why-red-how = Each bar is the story as it is minus the story without that action, answered with “{ $answer }”, in { $futures ->
    [one] one future
   *[other] the same { $futures } futures
  }. Full bars: the 95 % interval lies on one side.
why-column-action = Action
why-missing = { $n ->
    [one] One run is missing, about { $time } on this machine. Still to be left out: { $names }.
   *[other] { $n } runs are missing, about { $time } on this machine. Still to be left out: { $names }.
  }
why-start = Run what is missing
why-cancel = Cancel
why-running = { $done } of { $runs } runs are there; the others are under way, { $time } to go.
why-failed = The last attempt came to nothing:

why-further = Look closer
why-see-run = The run with “{ $answer }”
why-see-compare = All answers in all futures
