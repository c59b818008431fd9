shell-skip = Skip to the content
shell-navigation = Pages
shell-page-start = Start
shell-page-ask = Ask
shell-page-compare = Compare
shell-page-why = Why different
shell-page-run = Run
shell-page-studies = Studies
shell-page-evidence = Evidence
shell-other-language = Français
shell-light = Light
shell-dark = Dark
shell-not-a-forecast = This is not a forecast. It compares answers under stated assumptions; each run lists the inputs that nobody has measured.
shell-save-svg = SVG
shell-save-png = PNG
shell-save-csv = CSV
shell-save-svg-of = Save “{ $name }” as SVG
shell-save-png-of = Save “{ $name }” as PNG
shell-save-csv-of = Save the numbers of “{ $name }” as CSV
shell-as-table = Show as table
shell-table-of = Table: { $name }
shell-problems = { $n ->
    [one] Something is not right
   *[other] { $n } things are not right
  }
shell-problem = { $where }: { $found }.
shell-problem-known = Known: { $words }.
shell-reason = { $run }:
