start-title = What if we answered otherwise?
start-lead = Choose a story, ask a question, and compare the answers in the same futures.
start-recent = Compared of late
start-no-recent = Nothing yet. Choose a story below and ask a question; what you compare will stand here.
start-asked = Asked of late
start-futures = { $n ->
    [one] { $futures } future
   *[other] { $futures } futures
  }
start-recent-facts = { $futures }, { $when }
start-none = No response
start-stories = Stories
start-filters = Show only stories about
start-shown = { $n ->
    [one] { $shown } story of { $all }
   *[other] { $shown } stories of { $all }
  }
start-chosen = (chosen)
start-all = Show all
start-shows = What it shows
start-facts = { $answers ->
    [0] No answers, over { $length }
    [one] { $n } answer to compare, over { $length }
   *[other] { $n } answers to compare, over { $length }
  }
start-own = Own side
start-operation = Operation
start-public = The public:
start-around = Around them:
start-nobody = nobody
start-part = { $name } ({ $share })
start-few = a few
start-kind-bot = { $n ->
    [one] { $value } bot
   *[other] { $value } bots
  }
start-kind-business = { $n ->
    [one] { $value } business
   *[other] { $value } businesses
  }
start-kind-citizen = { $n ->
    [one] { $value } citizen
   *[other] { $value } citizens
  }
start-kind-civil_society = { $n ->
    [one] { $value } association
   *[other] { $value } associations
  }
start-kind-fact_checker = { $n ->
    [one] { $value } fact-checker
   *[other] { $value } fact-checkers
  }
start-kind-influencer = { $n ->
    [one] { $value } influencer
   *[other] { $value } influencers
  }
start-kind-international_organisation = { $n ->
    [one] { $value } international organisation
   *[other] { $value } international organisations
  }
start-kind-media_outlet = { $n ->
    [one] { $value } media outlet
   *[other] { $value } media outlets
  }
start-kind-state_account = { $n ->
    [one] { $value } state account
   *[other] { $value } state accounts
  }
start-kind-troll = { $n ->
    [one] { $value } troll
   *[other] { $value } trolls
  }
start-tag-rapid = Speed of the answer
start-tag-elections = Elections and votes
start-tag-deepfakes = Deepfakes and edited clips
start-tag-sources = False sources
start-tag-hashtags = Hashtags
start-tag-influencers = Influencers
start-tag-hate = Hate and harassment
start-tag-hacks = Hacks and leaks
start-tag-privacy = Personal data
start-tag-crisis = Crises and outages
start-tag-bots = Bots and copied posts
start-tag-warning = Early warning
start-tag-platforms = Platform measures
start-tag-feeds = Feeds and echo chambers
start-tag-dialogue = Dialogue and mediation
start-tag-literacy = Prebunking and lessons
start-tag-coalition = Acting together
start-tag-radicalisation = Radicalisation
start-tag-layers = Several platforms
start-about = What this is, and what it is not
start-compares = It compares; it does not forecast
start-compares-says = Every answer is played in the same futures, so that two of them differ only where the answers do. How likely an episode is, nobody can read from it.
start-assumed = It says what is assumed
start-assumed-says = Many of its numbers have never been measured. Each one carries its source or says “assumed”, and every result shows how far it hangs on chance, on the settings and on the rule of belief.
start-refuses = It writes no propaganda
start-refuses-says = The states, people and posts are invented; no text is written and no real person’s post is kept. Measures whose published guide calls them highly problematic are not offered, and harm done to rights is counted beside every effect.
