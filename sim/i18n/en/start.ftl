start-title = What if we answered otherwise?
start-lead = Choose a story, ask a question, and compare the answers in the same futures.
