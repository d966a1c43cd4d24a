namespace SecureEsp.ServerHarness.Demo;

/// <summary>The demo's programme.</summary>
internal static class Acts
{
    /// <summary>All acts, in their order: a later one may go on with the device of an earlier one.</summary>
    public static IReadOnlyList<IAct> All => [new FirstContact(), new UpdateAct(), new ProvisioningAct()];
}
