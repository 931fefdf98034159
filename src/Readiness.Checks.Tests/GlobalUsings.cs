global using NUnit.Framework;
global using Readiness.Recording;
global using Shouldly;
