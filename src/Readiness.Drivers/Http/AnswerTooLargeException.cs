namespace Readiness.Drivers.Http;

/// <summary>An answer went on beyond what is read of one.</summary>
public sealed class AnswerTooLargeException : Exception;
