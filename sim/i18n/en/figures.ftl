# Words of figures: what they find, their axes, their units
figures-nothing = There is nothing to show
figures-better = better
figures-worse = worse
figures-lower-is-better = (lower is better)
figures-higher-is-better = (higher is better)
figures-answer = Answer
figures-story = Story
figures-group = Group
figures-mean = Mean difference
figures-low = Lower bound (95 %)
figures-high = Upper bound (95 %)
figures-difference = Difference
figures-hour = Hour
figures-delay = Delay in hours
figures-dot = Dot
figures-kept = Worth weighing
figures-yes = yes
figures-no = no

figures-dots-axis = Difference from “{ $baseline }”, { $unit }
figures-dots-count = better in { $better } of { $futures }, worse in { $worse }
figures-span = { $low } to { $high }
figures-dots-most = { $often ->
    [one] One answer of { $answers } does better than “{ $baseline }” in at least three futures of four
   *[other] { $often } of { $answers } answers do better than “{ $baseline }” in at least three futures of four
  }
figures-dots-none = No answer does better than “{ $baseline }” in three futures of four
figures-dots-told = { $answer }: better in { $better } of { $futures } futures, worse in { $worse }, the same in { $equal }.
figures-dots-how = Each dot stands for an equal share of an answer’s futures. Full dots are better, rings worse, dashes the same.

figures-fan-difference = Difference in the same future, { $unit }
figures-fan-together = “{ $answer }” and “{ $baseline }” cannot be told apart over time
figures-fan-apart = “{ $answer }” and “{ $baseline }” part after { $from } and stay apart
figures-fan-for-a-time = “{ $answer }” and “{ $baseline }” are apart from { $from } to { $until } only
figures-fan-told = After { $when }, the middle future has { $ours } with “{ $answer }” and { $theirs } with “{ $baseline }”; in nine futures of ten the difference lies between { $low } and { $high }. Darker bands hold half of the futures, lighter ones nine of ten. { $points } points are drawn.

figures-interval-axis = Difference from “{ $baseline }”, { $unit }
figures-interval-told = { $what }: { $mean } ({ $span }).
figures-interval-none = No interval lies wholly on one side of no difference.
figures-interval-many = { $sure } of { $all } intervals (95 %) lie wholly on one side of no difference: full marks and coloured lines. The others are hollow and grey.

figures-regret-axis = Distance from the best answer in the same future, { $unit }
figures-regret-median = Median regret
figures-regret-ninth = Regret in nine of ten
figures-regret-worst = Worst regret
figures-regret-acceptable = Share acceptable
figures-regret-alike = All answers end equally far from the best
figures-regret-never = “{ $answer }” is the best answer in every future
figures-regret-safest = “{ $answer }” is the safest: at worst it ends { $worst } from the best answer
figures-regret-told = The bar marks the median future, the diamond nine futures of ten, the cross the worst. Nothing means: the best answer of that future.
figures-regret-mark-median = median
figures-regret-mark-ninth = nine of ten
figures-regret-mark-worst = worst

figures-spread-axis = Share of the variance of the effect, %
figures-spread-chance = Chance
figures-spread-parameters = Parameters
figures-spread-model = Belief rule
figures-spread-rest = Together
figures-spread-total = Variance
figures-spread-not-varied = not varied
figures-spread-none = The effect of the best answer is the same in every future
figures-spread-only-chance = Only chance varied: what parameters and belief rules would add is not known
figures-spread-mostly-chance = For “{ $answer }”, chance makes the largest part of the spread: { $share }
figures-spread-mostly-parameters = For “{ $answer }”, the assumed parameters make the largest part of the spread: { $share }
figures-spread-mostly-model = For “{ $answer }”, the belief rule makes the largest part of the spread: { $share }
figures-spread-mostly-rest = For “{ $answer }”, causes acting together make the largest part of the spread: { $share }
figures-spread-told = Chance is the luck of one seed against another; parameters are the assumptions that were varied; the belief rule is how people are taken to change their minds; “together” is what none of these does alone.
figures-spread-still = Not varied here, and so not known: { $parts }.

figures-trade-one = “{ $answer }” is as good as any other answer on both counts
figures-trade-some = { $kept } of { $answers } answers are worth weighing: none beats them on both counts
figures-trade-told = Means over all futures. Full marks, joined by the dotted line, are beaten by no other answer on both counts; for hollow ones another is better.

figures-delay-axis = How much later the answer begins
figures-delay-costs = Waiting costs: “{ $answer }” loses { $lost } when it begins { $last } later instead of { $first }
figures-delay-unclear = No clear cost of waiting shows between { $first } and { $last }
figures-delay-told = The mean difference at each delay, with its 95 % interval. Delays stand at equal steps.

figures-unit-points = percentage points
figures-unit-share = %
figures-unit-share-of-people = % of people
figures-unit-share-of-people-reached = % of people reached
figures-unit-share-of-posts = % of posts
figures-unit-share-of-exposures = % of exposures
figures-unit-share-of-reshares = % of reshares
figures-unit-1-to-1 = from −1 to 1
figures-unit-0-to-1 = from 0 to 1
figures-unit-1-per-week = a week
figures-unit-accounts = accounts
figures-unit-complaints = complaints
figures-unit-decisions = decisions
figures-unit-degrees = degrees
figures-unit-exposures = exposures
figures-unit-exposures-per-impression = exposures per impression
figures-unit-exposures-per-person = exposures per person
figures-unit-h = h
figures-unit-hops = hops
figures-unit-log-odds = log-odds
figures-unit-min = min
figures-unit-nats = nats
figures-unit-outlets = outlets
figures-unit-people = people
figures-unit-posts = posts
figures-unit-posts-per-person = posts per person
figures-unit-probability = probability
figures-unit-probability-squared = probability²
figures-unit-records = records
figures-unit-removals = removals
figures-unit-reshares-per-post = reshares per post
figures-unit-euro = €
figures-unit-euro-per-person = € per person
figures-delay-costs-in-time = Waiting costs: “{ $answer }” loses { $lost } when it begins { $last } later
