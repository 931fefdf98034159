global using NUnit.Framework;
global using Readiness.Conventions.Tests.Rules;
global using Shouldly;
