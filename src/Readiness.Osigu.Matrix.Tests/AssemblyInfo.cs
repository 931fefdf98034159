// The runs mostly wait; more of them at once would only make them wait for each other.
[assembly: LevelOfParallelism(8)]
