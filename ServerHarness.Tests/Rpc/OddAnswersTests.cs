using System.Text.Json;
using System.Text.Json.Nodes;
using SecureEsp.ServerHarness.Rpc;

namespace SecureEsp.ServerHarness.Tests.Rpc;

/// <summary>Devices that answer what no device answers, too late, or not at all.</summary>
public sealed class OddAnswersTests
{
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{'id':'7','result':1}")]
    [InlineData("{'id':ID}")]
    [InlineData("{'id':ID,'error':null,'result':1}")]
    [InlineData("{'id':ID,'error':'full'}")]
    [InlineData("{'id':ID,'error':{}}")]
    [InlineData("{'id':ID,'error':{'code':'500','message':'full'}}")]
    [InlineData("{'id':ID,'error':{'code':5e99,'message':'full'}}")]
    [InlineData("{'id':ID,'error':{'code':500,'message':7}}")]
    [InlineData("{'id':ID,'error':{'code':500,'message':'\\ud800'}}")]
    [InlineData("{'id':ID,'result':{'\\udc00':'\\ud800'}}")]
    public void An_answer_that_is_none_is_told(string answer)
    {
        var frame = CallFrame.Of("FS.List", null, "me");
        var told = Assert.Throws<HarnessException>(() => frame.Result("FS.List", answer.Replace('\'', '"').Replace("ID", $"{frame.Id}", StringComparison.Ordinal)));
        Assert.Equal("FS.List: what came back is no answer of a device", told.Message);
    }

    [Theory]
    [InlineData("{'id':1,'result':7}", null)]
    [InlineData("{'result':7,'id': ID}", "7")]
    public void An_answer_is_known_by_its_id_wherever_that_stands(string answer, string? result)
    {
        var frame = CallFrame.Of("FS.List", null, "me");
        Assert.Equal(result, frame.Result("FS.List", answer.Replace('\'', '"').Replace("ID", $"{frame.Id}", StringComparison.Ordinal))?.GetRawText());
    }

    [Theory]
    [InlineData("{'result':7,'id': 1099511627776}", 1099511627776)]
    [InlineData("{'id':1.5}", null)]
    [InlineData("{'id':'1'}", null)]
    [InlineData("[1]", null)]
    [InlineData("\\\"id\\\":1,", null)]
    [InlineData("{'id':1,'\\ud800':1}", null)]
    [InlineData("{'\\udc00':1}", null)]
    public void What_a_message_answers_is_read_from_its_id_alone(string message, long? id) => Assert.Equal(id, CallFrame.IdOf(message.Replace('\'', '"')));

    [Theory]
    [InlineData("7")]
    [InlineData("[7]")]
    [InlineData("[{'name':'a'}]")]
    [InlineData("[{'name':null,'size':1}]")]
    [InlineData("[{'name':'a','size':'1'}]")]
    [InlineData("[{'name':'a','size':1.5}]")]
    public async Task A_list_of_files_that_is_none_is_told(string result) =>
        await Strange(new Device(_ => result), files => files.ListAsync("/", default));

    [Theory]
    [InlineData("null")]
    [InlineData("{'data':'eA=='}")]
    [InlineData("{'data':7,'left':0}")]
    [InlineData("{'data':'?','left':0}")]
    [InlineData("{'data':'eA==','left':'0'}")]
    [InlineData("{'data':'eA==','left':-1}")]
    public async Task A_part_of_a_file_that_is_none_is_told(string result) =>
        await Strange(new Device(_ => result), files => files.GetAsync("a", Stream.Null, default));

    [Fact]
    public async Task An_interrupted_put_leaves_nothing_half_done()
    {
        using var interrupted = new CancellationTokenSource();
        var device = new Device(method =>
        {
            if (method == "FS.Put") interrupted.Cancel();
            return "null";
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DeviceFiles(device).PutAsync(new byte[2000], "a", interrupted.Token));
        Assert.Equal(["FS.Put a.part", "FS.Remove a.part"], device.Called);
    }

    [Fact]
    public async Task What_comes_back_otherwise_than_it_was_sent_is_not_put_in_place()
    {
        var device = new Device(method => method == "FS.Get" ? "{'data':'eA==','left':0}" : "null");
        var told = await Assert.ThrowsAsync<HarnessException>(() => new DeviceFiles(device).PutAsync("y"u8.ToArray(), "a", default));
        Assert.Equal("what the device holds of a is not what was sent", told.Message);
        Assert.Equal(["FS.Put a.part", "FS.Get a.part", "FS.Remove a.part"], device.Called);
    }

    [Theory]
    [InlineData("{'data':'eA==','left':9}")]
    [InlineData("{'data':'eA==','left':0}")]
    [InlineData("{'data':'','left':5}")]
    public async Task A_file_that_changes_or_never_ends_is_not_read_on(string second)
    {
        var parts = new Queue<string>(["{'data':'eA==','left':5}", second]);
        var told = await Assert.ThrowsAsync<HarnessException>(() => new DeviceFiles(new Device(_ => parts.Dequeue())).GetAsync("a", Stream.Null, default));
        Assert.Equal("a has changed while it was read", told.Message);
    }

    [Fact]
    public async Task Only_a_lost_answer_is_asked_for_again_and_three_times_at_most()
    {
        var lost = new Device(_ => throw new AnswerLostException("late", "wait", ExitCode.Failed, new TimeoutException()));
        await Assert.ThrowsAsync<AnswerLostException>(() => new DeviceFiles(lost).GetAsync("a", Stream.Null, default));
        Assert.Equal(3, lost.Called.Count);

        var refused = new Device(_ => throw new HarnessException("not trusted", "renew it"));
        await Assert.ThrowsAsync<HarnessException>(() => new DeviceFiles(refused).GetAsync("a", Stream.Null, default));
        Assert.Single(refused.Called);
    }

    private static async Task Strange(Device device, Func<DeviceFiles, Task> act)
    {
        var told = await Assert.ThrowsAsync<HarnessException>(() => act(new(device)));
        Assert.EndsWith(": what came back is no answer of a device", told.Message, StringComparison.Ordinal);
        Assert.Single(device.Called);
    }

    private sealed class Device(Func<string, string> answer) : IDeviceChannel
    {
        public List<string> Called { get; } = [];

        public Task<JsonElement> CallAsync(string method, JsonObject? arguments, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Called.Add($"{method} {arguments?["filename"]}");
            return Task.FromResult(JsonDocument.Parse(answer(method).Replace('\'', '"')).RootElement);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
