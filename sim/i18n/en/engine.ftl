# What the engine says in English. By these sentences, with holes for the facts, it is known again (sim/i18n/retold.py):
# they must be the engine's own words. What stands in quotes is a person's own word, and stays as it is.
## Where
engine-at-answers = answers
engine-at-arm = arm
engine-at-belief = belief
engine-at-column = column
engine-at-column-of = { $place }, column "{ $word }"
engine-at-column-named = column "{ $word }"
engine-at-compare = compare
engine-at-direction = direction
engine-at-fans = fans
engine-at-graph = graph
engine-at-job = job
engine-at-job-named = job { $id }
engine-at-knockouts = knockouts
engine-at-line = { $file }, line { $n }
engine-at-measure = measure
engine-at-measure-option = --measure
engine-at-baseline-option = --baseline
engine-at-arm-option = --arm
engine-at-question = question
engine-at-question-named = question { $id }
engine-at-response = response
engine-at-row = { $file }, row { $n }
engine-at-run-named = run { $id }
engine-at-run-file = run { $id }, { $file }
engine-at-runs = runs
engine-at-scenario = scenario
engine-at-seed = seed
engine-at-seeds = seeds
engine-at-spread = spread
engine-at-tradeoff = tradeoff
engine-at-upload = upload
engine-at-node = { $file }, node "{ $word }"
engine-at-run-of = { $answer } · seed { $n } · { $id }

## A word that is not on the list
engine-no-actor = no actor "{ $word }"
engine-no-answer = no answer "{ $word }"
engine-no-arm = no arm "{ $word }"
engine-no-belief = no belief "{ $word }"
engine-no-belief-rule = no belief rule "{ $word }"
engine-no-claim = no claim "{ $word }"
engine-no-column = no column "{ $word }"
engine-no-detector-here = no detector here "{ $word }"
engine-no-direction = no direction "{ $word }"
engine-no-entry = no entry of "{ $plan }" "{ $word }"
engine-no-entry-here = no entry of this response "{ $word }"
engine-no-graph = no graph "{ $word }"
engine-no-kind = no kind of account "{ $word }"
engine-no-measure = no measure "{ $word }"
engine-no-number = no measured number "{ $word }"
engine-no-platform = no platform "{ $word }"
engine-no-population = no population "{ $word }"
engine-no-response = no response "{ $word }"
engine-no-scenario = no scenario "{ $word }"
engine-no-setting = no setting "{ $word }"
engine-no-timeline-entry = no timeline entry "{ $word }"
engine-did-you-mean = Did you mean "{ $word }"?

## A question
engine-question-damaged = { $id } is damaged
engine-question-changed = { $id } was changed
engine-question-none = no question { $id } is stored here
engine-question-not = "{ $word }" is no question
engine-question-again = Ask it again.
engine-question-settings = { $n } settings
engine-question-settings-most = At most { $n } are allowed.
engine-question-runs = { $n } runs
engine-question-runs-most = At most { $n } at once; ask for fewer.
engine-question-seeds = { $n } seeds
engine-question-seeds-most = Allowed: 1 to { $n }.
engine-question-run-not = "{ $word }" is no run
engine-question-response-not = "{ $word }" is no response
engine-question-nothing = none is chosen
engine-question-choose = Choose at least one to hold against doing nothing.
engine-question-setting-not = not a setting
engine-question-setting-write = Write key=value.
engine-question-forbidden = may not be set from the browser
engine-question-by-itself = a question says this by itself
engine-question-plain = lists and plain values only
engine-question-commas = Separate values by commas.
engine-question-option = names an option, such as { $words }
engine-question-unanswered = no future is answered yet
engine-question-wait = Start it, or wait until every answer has met a first future.

## An answer put together, put off or triggered
engine-answer-shifted-after = "{ $word }" would begin "{ $entry }" at hour { $n }, after the end at { $m } h
engine-answer-shifted-before = "{ $word }" would begin "{ $entry }" at hour { $n }, before the burn-in, which begins at { $m } h
engine-answer-shift-less = Shift it less, or leave it out: "{ $word }".
engine-answer-clash = two plans of "{ $word }" have different entries "{ $entry }"
engine-answer-two = "{ $word }" is given two { $what }, { $one } and { $other }
engine-answer-two-hours = hours
engine-answer-two-detectors = detectors
engine-answer-watch = Let it watch: +scenario.detectors.{ $words }={"{"}{"}"}.
engine-answer-hours-not = "{ $word }" is no number of hours
engine-answer-hours-write = Write them as in "{ $word }" or "{ $other }".
engine-answer-two-alerts = "{ $word }" waits for an alert already, and cannot wait for two
engine-answer-too-early = "{ $word }" waits for something and cannot begin { $n } h earlier
engine-answer-too-early-why = Nobody can act on what has not happened yet.

## A job
engine-job-many = { $n } jobs are in line already
engine-job-wait = Wait until one has ended, or stop one.
engine-job-under-way = is under way
engine-job-stop-first = Stop it first.
engine-job-none = no job "{ $word }" is known here
engine-job-died = its process ended by { $how }; run it again and it goes on
engine-job-died-memory = { $how }, perhaps for lack of memory
engine-job-died-code = exit code { $n }
engine-disk-full = no room on the disk ({ $how })
engine-disk-no-space = No space left on device
engine-disk-quota = Disk quota exceeded
engine-disk-file = File too large
engine-disk-ask-again = Free some room, and ask again.
engine-disk-start-again = Free some room, and start it again.
engine-disk-run-again = Free some room and give the same command again: the run goes on from its last checkpoint.
engine-disk-run-again-those = Free some room and give the same command again: the run goes on from the checkpoints it has.

## Stored runs
engine-run-none = no finished run of this id
engine-run-none-advice = It may be gone; ask again.
engine-run-none-here = no finished run here
engine-run-none-here-advice = Its folder has no manifest: it was not finished, or it is no run.
engine-run-no-table = no table "{ $word }"
engine-run-older = It was made by an older version; run it again with --fresh.
engine-run-again = Run it again with --fresh.
engine-run-not-there = not there
engine-run-damaged = damaged or changed: { $how }
engine-run-damaged-hash = damaged or changed: its hash is not the manifest's
engine-run-damaged-seal = its content does not match its own hash
engine-run-format = format { $id } is not one this version reads

## A comparison
engine-compare-same = all runs have the same { $by } ({ $answer })
engine-compare-only = { $future } was run with { $by } { $words } only
engine-compare-future = seed { $n }
engine-compare-future-more = seed { $n }, { $words }
engine-compare-two = Compare at least two, such as { $words }, or say --by another setting.
engine-compare-run-too = Run it with { $words } too, or leave it out.
engine-compare-spread-one = all futures are the same one
engine-compare-spread-one-advice = Run several seeds or belief rules.
engine-compare-spread-missing = { $m } of { $n } combinations of { $one } and { $other } were not run
engine-compare-spread-missing-advice = Run every seed under every rule and setting, or leave the others out.
engine-compare-spread-chance = chance
engine-compare-spread-parameters = parameters
engine-compare-spread-model = model
engine-compare-spread-both = parameters and model
engine-compare-spread-undefined = the { $what } of { $answer } is undefined in { $m } of { $n } futures
engine-compare-spread-difference = difference
engine-compare-spread-value = value
engine-compare-spread-undefined-advice = Choose a measure that is defined in all of them.
engine-compare-fans = the runs were measured at no common hour
engine-compare-fans-advice = Measure them alike.
engine-compare-trade-undefined = no future in which { $words } are defined for all arms
engine-compare-trade-other = Choose other measures.
engine-compare-trade-many = { $n } objectives ({ $words })
engine-compare-trade-name = Name two to { $n } different measures.
engine-compare-knockouts = no arm leaves an entry of { $answer } out
engine-compare-knockouts-advice = Run { $answer }-<entry> for each of its entries in the same futures.
engine-compare-no-way = nothing says whether more or less of { $words } is better
engine-compare-no-way-advice = Say --better lower or --better higher, or rank by another --measure.

## A run
engine-setting-nobody = nobody belongs to "{ $word }"
engine-setting-nobody-advice = Give it a larger share, or the run more accounts.
engine-setting-no-claim = { $what } is about a claim, and none is named
engine-setting-no-claim-advice = Name one as its claim:.
engine-setting-graph-broken = no whole saved graph ({ $how })
engine-setting-graph-again = Import the graph again.
engine-setting-graph-changed = the arcs are not those that were saved

## A graph that was sent
engine-upload-none = no upload { $id } is stored here
engine-upload-none-named = no upload "{ $word }" is stored here
engine-upload-column-not = "{ $word }" is no name
engine-upload-busy = other files are being read
engine-upload-busy-advice = Try again in a minute.
engine-upload-broken = broken on its way
engine-upload-broken-advice = Send it again.
engine-upload-large = larger than { $n } MB
engine-upload-large-advice = Pack it (gzip or zstd), or use parley import.
engine-upload-long = it takes longer than { $n } s to read
engine-upload-smaller = Send a smaller part.
engine-upload-smaller-or = Send a smaller part, or use parley import.
engine-upload-memory = unpacked and read, it needs more than { $n } GB of memory
engine-upload-ended = its reader ended by signal { $m }, perhaps as it needs more than { $n } GB of memory
engine-upload-unread = it cannot be read ({ $how })
engine-upload-unread-advice = Try parley import, which says more.
engine-upload-is = it is { $what }
engine-upload-is-parquet = a packed Parquet file
engine-upload-is-pickle = a Python pickle, which could run programs
engine-upload-is-binary = binary data of no known format
engine-upload-is-xml = XML that is neither GraphML nor GEXF
engine-upload-is-zip = a zip archive or a spreadsheet
engine-upload-is-pdf = a PDF
engine-upload-is-hdf5 = an HDF5 file
engine-upload-is-picture = a picture
engine-upload-is-program = a program
engine-upload-is-database = a database
engine-upload-is-old = an old spreadsheet
engine-upload-as-it-is = Send it as it is.
engine-upload-as-csv = Save the edges as CSV.
engine-upload-as-these = Save it in one of these.

## The importer, of a file
engine-file-breaks = the file breaks off or is damaged ({ $how })
engine-file-breaks-advice = Copy or download it again.
engine-file-fields = { $n } fields where { $m } are expected
engine-file-no-id = no id in column "{ $word }"
engine-file-no-id-negative = no id, or a negative one, in column "{ $word }"
engine-file-negative = negative id { $id }
engine-file-long-id = an id of { $n } characters
engine-file-long-line = a line of { $n } characters
engine-file-longer-line = a line of more than { $n } characters
engine-file-bytes = bytes that are no UTF-8 text
engine-file-same-column = source and target are the same column
engine-file-no-edges = no edges
engine-file-no-rows = no rows
engine-file-no-rows-advice = Is it the right file?
engine-file-no-columns = no columns
engine-file-utf16 = text in UTF-16
engine-file-utf16-advice = Save it as UTF-8.
engine-file-binary = no text but binary data
engine-file-binary-advice = Known: csv, tsv, txt, graphml, gexf, net, json, parquet.
engine-file-no-separator = no separator between fields in "{ $word }"
engine-file-separators = Known: tab, comma, semicolon, bar, blank; say another one with separator="...".
engine-file-unread = cannot be read: { $how }
engine-file-no-parquet = no readable Parquet ({ $how })
engine-file-number-not = "{ $word }" is no number
engine-file-range = { $n } is out of range
engine-file-opinion = Allowed: -1 to 1.
engine-file-words = { $n } different words

## The importer's report
engine-report-graph = graph              { $words }
engine-report-direction = direction          { $what }
engine-report-follows = source follows target: an edge a, b of the file means that a follows b
engine-report-followed = source is followed by target: an edge a, b means that b follows a
engine-report-both = undirected: both ends of a tie follow each other
engine-report-accounts = accounts           { $n }, of which isolated { $m }
engine-report-arcs = follows            { $n }, answered { $share }
engine-report-removed = removed            { $n } repeated, { $m } of oneself
engine-report-followers = followers          median { $a }, 90% { $b }, 99% { $c }, most { $d }
engine-report-followees = followees          median { $a }, 90% { $b }, 99% { $c }, most { $d }
engine-report-component = largest component  { $n } accounts ({ $share }), weakly connected
engine-report-note = note               { $what }
engine-report-hash = sha256             { $id }
engine-report-time = time               { $n } s
engine-note-header = header in line { $n }; separator { $what }; source and target in columns "{ $word }" and "{ $other }"
engine-note-no-header = no header; separator { $what }; source and target in columns "{ $word }" and "{ $other }"
engine-note-tab = tab
engine-note-blanks = blanks
engine-note-comma = comma
engine-note-semicolon = semicolon
engine-note-bar = bar
engine-note-columns = columns not used: { $words }
engine-note-attributes = attributes not used: { $words }
engine-note-text-ids = ids are text: not every one is a whole number
engine-note-two-groups = { $words }: the two most frequent of { $n } are kept, others count as missing
engine-note-nobody-has = no account has { $words }
engine-note-without = accounts without { $words }: { $n }, taken as { $what }
engine-note-neutral = neutral (0)
engine-note-frequent = "{ $word }", the most frequent
engine-note-undirected = the file itself says that its edges are undirected; every edge was taken in both directions
engine-note-directed = the file itself says that its edges are directed; every edge was taken in both directions
engine-note-pseudonyms = ids replaced by pseudonyms
