namespace Readiness.Recording;

/// <summary>A webhook delivery and the receiver's answer.</summary>
public sealed record Delivery(DeliverySent Sent, DeliveryAnswered? Answer)
{
    public int Number => Sent.Number;

    public TimeSpan At => Sent.At;

    /// <summary>The receiver's status; 0 where none came, or not yet.</summary>
    public int Status => Answer?.Status ?? 0;

    /// <summary>True where the receiver answered 2xx.</summary>
    public bool Acknowledged => Status is >= 200 and < 300;

    /// <summary>From the last byte sent to the last byte received; null while it is open.</summary>
    public TimeSpan? Latency => Answer is null ? null : Answer.LastByteAt - Answer.LastByteSentAt;
}
