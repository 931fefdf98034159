global using NUnit.Framework;
global using Shouldly;

// Each certification is a process tree of its own; two of them keep a small machine busy.
[assembly: LevelOfParallelism(2)]
