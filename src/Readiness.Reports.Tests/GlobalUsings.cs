global using NUnit.Framework;
global using Readiness.Checklist;
global using Readiness.Checks;
global using Readiness.Recording;
global using Readiness.Verdicts;
global using Shouldly;
