namespace SecureEsp.ServerHarness.Broker;

/// <summary>What became of the broker after a look at its files.</summary>
public enum BrokerRefresh
{
    /// <summary>They are the same.</summary>
    Unchanged,

    /// <summary>It reads them again (SIGHUP); its connections stay.</summary>
    Reloaded,

    /// <summary>It was started again, since whom it trusts has changed; its clients connect anew.</summary>
    Restarted,
}
