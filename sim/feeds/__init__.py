"""Feed rules: in which order a session shows what waits in the inbox.

A feed rule is one file with
    CARD     label, the idea in one sentence, sources
    Params   a frozen dataclass of weights
    weights(params) -> (recency, engagement, affinity, quality, bridge, temperature)

The weights are those of C3: score = recency * (-0.4 age^0.4) + engagement * ln(1 + engagements)
+ affinity * (closeness of opinions) + quality * q + bridge * (approval across camps) + ln(down-ranking).
Temperature is that of the softmax the order is drawn from; 0 sorts.
"""
