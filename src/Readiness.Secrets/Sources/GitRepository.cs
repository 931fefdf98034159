namespace Readiness.Secrets.Sources;

/// <summary>A repository as git sees it.</summary>
/// <param name="Folder">Where git is run.</param>
/// <param name="Top">What paths in its history begin at: the working tree, or the repository itself where it has none.</param>
/// <param name="CommonFolder">What all its working trees share; tells one repository from another.</param>
internal sealed record GitRepository(string Folder, string Top, string CommonFolder, bool IsShallow);
