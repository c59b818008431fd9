run-title = One run: { $story }
run-none = No run to show
run-none-says = Choose a run among those that are stored, and see what happened in it.
run-choose-in-studies = Choose one in Studies
run-older = This run is older than the records that this part shows.
run-older-says = Run it again, and they are kept:
run-parts = Parts of the run
run-shown-now = This part is shown
run-part-timeline = What happened
run-part-cascades = Cascades
run-part-network = Communities
run-part-minds = Belief and trust
run-part-segments = Parts of the public
run-part-feed = What people saw
run-part-log = Log
run-fact-rule = Belief rule
run-fact-seed = Seed
run-fact-accounts = Accounts
run-fact-length = Length
run-fact-assumed = Assumed
run-fact-id = Run
run-fact-compared = Compared in
run-inputs = { $n ->
    [one] { $value } input
   *[other] { $value } inputs
  }
run-comparison = comparison { $n }
run-reproduce = Reproduce this run
run-reproduce-says = The same command makes the same run, bit for bit, on any computer.
run-start = start
run-after = after { $hours }
run-at-once = at the very start
run-chosen = (shown)
run-everybody = Everybody
run-ordinary = Ordinary post
run-claim = “{ $claim }”
run-deed = { $action } · { $actor }
run-metric-of = { $metric }, { $about }
run-from-to = { $begin } to { $end }
run-score = score { $score }
run-lane-own = Own side
run-lane-platform = Platform
run-lane-operation = Operation
run-lane-others = Others and events
run-lane-alerts = Alerts
run-what-begin = begins
run-what-end = ends
run-what-alert = alert
run-what-statement = statement
run-what-trigger = trigger
run-what-refused = refused
run-what-verdict = verdict
run-what-takeover = takeover
run-what-recovery = recovery
run-what-adapt = adapts
run-what-migrate = migration
run-what-tripped = brake pulled
run-what-throttled = throttled
run-source-peer = people one knows
run-source-own-state = people’s own state
run-source-rival-state = the rival state
run-source-press = the press
run-source-fact-checkers = fact-checkers
run-source-platform = the platform
run-source-international = international organisations
run-kind-citizen = Citizen
run-kind-bot = Bot
run-kind-troll = Troll
run-kind-influencer = Influencer
run-kind-state_account = State account
run-kind-media_outlet = Media outlet
run-kind-fact_checker = Fact-checker
run-kind-civil_society = Association
run-kind-international_organisation = International organisation
run-kind-business = Business
run-many-citizen = citizens
run-many-bot = bots
run-many-troll = trolls
run-many-influencer = influencers
run-many-state_account = state accounts
run-many-media_outlet = media outlets
run-many-fact_checker = fact-checkers
run-many-civil_society = associations
run-many-international_organisation = international organisations
run-many-business = businesses
run-column-hour = Hour
run-column-side = Side
run-column-what = What
run-column-deed = Action
run-column-entry = Name in the story
run-column-detail = Detail
run-column-post = Post
run-column-passes-on = Passes on
run-column-kind = By
run-column-hops = Hops from the first
run-column-claim = Claim
run-column-stance = Stance
run-column-by = First posted by
run-column-size = Posts
run-column-breadth = Widest hop
run-column-depth = Depth, hops
run-column-virality = Structural virality, hops
run-column-cascade = Cascade
run-column-lasted = Lasted
run-column-carried = Passed on by
run-column-community = Community
run-column-people = People
run-column-bots = Bots and trolls
run-column-belief = Mean belief
run-column-exposure = Times seen per person since the last look
run-column-bot-posts = Posts by bots and trolls since the last look
run-timeline-nobody = { $n ->
    [0] Nothing was done by anybody
    [one] One action of the operation, and nobody answered
   *[other] { $actions } actions of the operation, and nobody answered
  }
run-timeline-own = { $n ->
    [one] One action of the own side; no operation was at work
   *[other] { $actions } actions of the own side; no operation was at work
  }
run-timeline-both = The operation began { $first } ({ $n ->
    [one] one action
   *[other] { $actions } actions
  } in all); the first answer came { $answer }
run-timeline-summary = Bars last from the beginning of an action to its end. A diamond is a statement, a triangle an alert. The hours take more room at the start, where most happens.
run-no-cascades = Nobody passed on a post about a claim in this run.
run-trees = The largest cascades about claims
run-cascade = Cascade { $n }
run-root = first post
run-hops = { $n ->
    [0] the first post
    [one] one hop from the first
   *[other] { $n } hops from the first
  }
run-stance-support = supports
run-stance-deny = denies
run-stance-neutral = mentions
run-tree-support = { $size } posts in { $hours } spread “{ $claim }”; { $share } of the reshares came from { $carriers }
run-tree-deny = { $size } posts in { $hours } denied “{ $claim }”; { $share } of the reshares came from { $carriers }
run-tree-neutral = { $size } posts in { $hours } mentioned “{ $claim }”; { $share } of the reshares came from { $carriers }
run-tree-summary = Time runs to the right from the first post, with more room at the start; a line leads from each post to those that pass it on. Depth { $depth } hops, structural virality { $virality } hops (about 2: one voice reached many; more: handed on from person to person). Passed on by { $carriers }.
run-tree-cut = Drawn are the first { $n } posts of { $size }.
run-all-cascades = { $n ->
    [one] One cascade of any post
   *[other] The { $value } largest cascades of any post
  }
run-choose-claim = Belief in the claim
run-community = Community { $n }
run-the-rest = All smaller ones
run-network-moved = Belief in “{ $claim }” moved most in { $community }: { $change }
run-network-still = Belief in “{ $claim }” stayed where it was in every community
run-network-summary = { $communities } communities of people who follow each other. A larger bubble has more people, a lighter one believes the claim more, a wider ring saw it more often since the last look. A diamond stands for bots and trolls, filled when they posted.
run-network-at = { $hour }: { $community } believes it most ({ $belief }); { $n ->
    [0] bots and trolls were silent
    [one] one post by bots and trolls
   *[other] { $posts } posts by bots and trolls
  } since the last look.
run-play = Play
run-pause = Pause
run-hour-of-slider = Hour that is shown
run-beliefs-in = Belief in
run-trust-in = Trust in
run-belief-moved = Half of the people now hold “{ $what }” true with { $now } or more: { $change } since the start
run-belief-still = Half of the people hold “{ $what }” true with { $now } or more, as at the start
run-trust-moved = Half of the people now trust { $what } with { $now } or more: { $change } since the start
run-trust-still = Half of the people trust { $what } with { $now } or more, as at the start
run-minds-summary = The line is the person in the middle; the dark band holds half of all people, the pale band nine tenths. Counted in steps of 5 points.
run-quantile = { $share } of people are below
run-95 = 95 in 100
run-75 = 75 in 100
run-middle = middle
run-5 = 5 in 100
run-axis-belief = Held true with a probability of
run-axis-trust = Trusted with a probability of
run-bin = { $low } to { $high }
run-at-start = at the start
run-people-then = People
run-people-at-start = People at the start
run-above-half = { $hour }: { $n ->
    [0] nobody is
    [one] one person ({ $share }) is
   *[other] { $people } people ({ $share }) are
  } above one half.
run-bars-moved = People above one half: { $change } from the start to the end
run-bars-still = As many people are above one half at the end as at the start
run-bars-summary = Bars show how many people stand where at the hour chosen; the dotted line shows it at the start.
run-no-segments = No measure of this run was taken by parts of the public.
run-choose-measure = Measure
run-segments-finding = { $measure }: highest at the end among { $high } ({ $most }), lowest among { $low } ({ $least })
run-segments-summary = Each line is a part of the public, with its name at its end; the thick line is everybody. People can belong to several parts.
run-no-feeds = Nobody’s feed was noted in this run.
run-no-segment = In no named part
run-person = Person { $n } · { $country }
run-feed-finding = { $n ->
    [0] None of the { $posts } posts noted was about a claim
    [one] One of the { $posts } posts noted was about a claim
   *[other] { $about } of the { $posts } posts noted were about a claim
  }
run-feed-summary = Posts have no text here: only what they are about, in which form, who wrote them, and what the platform put on them. As many are noted in each stretch of the run.
run-visit = Visit at { $hour }
run-place = place { $n }
run-reshared = came as a reshare
run-form-image = image
run-form-cheapfake = edited clip
run-form-deepfake = deepfake
run-form-document = document
run-claim-true = true claim
run-claim-false = false claim
run-label-warning = warning label
run-label-note = community note
run-moderation = { $n ->
    [0] Moderators gave reasons for no decision
    [one] Moderators gave reasons for one decision
   *[other] Moderators gave reasons for { $decisions } decisions
  }; voices lowered: { $lowered }; wrongful removals: { $wrong }
run-moderation-share = { $n ->
    [0] Moderators gave reasons for no decision
    [one] Moderators gave reasons for one decision
   *[other] Moderators gave reasons for { $decisions } decisions
  }; voices lowered: { $lowered }; wrongful removals: { $wrong }, { $share } of all removals
run-moderation-summary = Counts, added up since the start. Voices lowered are accounts whose true or ordinary posts were labelled or shown to fewer people. Reasons are counted only while a rule asks for them; labels that an answer itself puts on posts need none, so the log below may list many labels and removals and not one statement of reasons.
run-journal = Everything that was noted
run-choose-what = Show
run-everything = everything ({ $n })
run-counted = { $what } ({ $n })
run-pages = Pages
run-sheets = Pages of decisions
run-decisions = Every single decision
run-nothing-decided = In this run nothing was done to any post or account: no label, no removal, no suspension.
run-choose-done = Show decisions
run-column-done = What was done
run-column-doer = By whom
run-column-author = Whose
run-column-deserved = Deserved
run-column-count = How many
run-by-moderators = The platform’s moderators
run-by-appeal = An appeal that was upheld
run-deserved = yes
run-undeserved = no
run-done-label = post labelled
run-done-downrank = post shown to fewer people
run-done-remove = post removed
run-done-suspend = account suspended
run-done-restore = measure on a post lifted
run-done-reinstate = account given back
run-many-done-label = { $n ->
    [one] { $count } post labelled
   *[other] { $count } posts labelled
  }
run-many-done-downrank = { $n ->
    [one] { $count } post shown to fewer people
   *[other] { $count } posts shown to fewer people
  }
run-many-done-remove = { $n ->
    [one] { $count } post removed
   *[other] { $count } posts removed
  }
run-many-done-suspend = { $n ->
    [one] { $count } account suspended
   *[other] { $count } accounts suspended
  }
run-many-done-restore = { $n ->
    [one] { $count } measure on a post lifted
   *[other] { $count } measures on posts lifted
  }
run-many-done-reinstate = { $n ->
    [one] { $count } account given back
   *[other] { $count } accounts given back
  }
run-wrongful = { $n ->
    [0] Nobody who had not deserved it was hit; decisions: { $all }.
    [one] { $wrong } of { $all } decisions ({ $share }) hit somebody who had not deserved it.
   *[other] { $wrong } of { $all } decisions ({ $share }) hit somebody who had not deserved it.
  }
run-decisions-summary = Each post or account counts as one decision; what is lifted or given back is left out of this share.
