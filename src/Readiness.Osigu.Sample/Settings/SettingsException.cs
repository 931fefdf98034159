namespace Readiness.Osigu.Sample.Settings;

/// <summary>The clinic cannot start with what it was given. The message says which setting, and what to do.</summary>
internal sealed class SettingsException(string message) : Exception(message);
