global using NUnit.Framework;
global using Readiness.Checks;
global using Readiness.Recording;
global using Shouldly;
