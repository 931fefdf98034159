using System.Globalization;

namespace Readiness.Sandbox.Hosting;

/// <summary>The value of the <c>Date</c> header, made once a second.</summary>
internal sealed class DateLine(TimeProvider clock)
{
    private (long Second, string Text) known = (-1, "");
    private readonly Lock gate = new();

    public string Value
    {
        get
        {
            var now = clock.GetUtcNow();
            var second = now.ToUnixTimeSeconds();
            lock (gate)
            {
                if (known.Second != second)
                {
                    known = (second, now.ToString("R", CultureInfo.InvariantCulture));
                }

                return known.Text;
            }
        }
    }
}
