using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Readiness.Recording;

namespace Readiness.Running;

/// <summary>Measures how late this machine is, so that verdicts which rest on timing can allow for it. Notes what it measured in the journal.</summary>
/// <remarks>Once before the first scenario; then beside the run, with a note only where it was worse than at the start.</remarks>
internal sealed class NoiseMeter(JournalRecorder recorder, TimeProvider clock)
{
    private static readonly TimeSpan AtStart = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan SlowTick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource ending = new();
    private Task beside = Task.CompletedTask;

    /// <summary>Measures for 0.3 s, and from then on beside the run until <see cref="End"/>.</summary>
    /// <returns>The worst that was seen.</returns>
    public async Task<TimeSpan> Begin(CancellationToken cancellation)
    {
        var trips = LongestRoundTrip(cancellation);
        var timers = await LatestTimer(AtStart, Tick, cancellation);
        var longest = await trips;
        Note(timers, longest, AtStart);
        var worst = timers > longest ? timers : longest;
        beside = Task.Run(() => GoOn(worst), CancellationToken.None);
        return worst;
    }

    /// <summary>Notes nothing more. May be called more than once.</summary>
    public async Task End()
    {
        await ending.CancelAsync();
        await beside.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task GoOn(TimeSpan known)
    {
        while (true)
        {
            var began = recorder.Now;
            var timers = await LatestTimer(Period, SlowTick, ending.Token);
            if (timers > known)
            {
                Note(timers, TimeSpan.Zero, recorder.Now - began);
            }
        }
    }

    private async Task<TimeSpan> LatestTimer(TimeSpan span, TimeSpan tick, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var worst = TimeSpan.Zero;
        while (clock.GetElapsedTime(began) < span)
        {
            var set = clock.GetTimestamp();
            await Task.Delay(tick, clock, cancellation);
            worst = Longer(worst, clock.GetElapsedTime(set) - tick);
        }

        return worst;
    }

    private async Task<TimeSpan> LongestRoundTrip(CancellationToken cancellation)
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        using var here = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var accepting = listener.AcceptAsync(cancellation);
        await here.ConnectAsync(listener.LocalEndPoint!, cancellation);
        using var there = await accepting;
        there.NoDelay = true;

        // The first one also waits for code to be compiled.
        await RoundTrip(here, there, cancellation);
        var began = clock.GetTimestamp();
        var worst = TimeSpan.Zero;
        while (clock.GetElapsedTime(began) < AtStart)
        {
            worst = Longer(worst, await RoundTrip(here, there, cancellation));
            await Task.Delay(Tick, clock, cancellation);
        }

        return worst;
    }

    private async Task<TimeSpan> RoundTrip(Socket here, Socket there, CancellationToken cancellation)
    {
        var one = new byte[1];
        var sent = clock.GetTimestamp();
        await here.SendAsync(one, cancellation);
        await there.ReceiveAsync(one, cancellation);
        await there.SendAsync(one, cancellation);
        await here.ReceiveAsync(one, cancellation);
        return clock.GetElapsedTime(sent);
    }

    private void Note(TimeSpan timers, TimeSpan roundTrips, TimeSpan over) =>
        recorder.Note(NoteNames.TimingNoise, ("timers", Seconds(timers)), ("round_trips", Seconds(roundTrips)), ("over", Seconds(over)));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0000", CultureInfo.InvariantCulture);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
