namespace SecureEsp.VirtualDevice.Board;

/// <summary>What became of an attempt to join a network.</summary>
public enum JoinResult
{
    Joined,
    WrongPassword,
    NoSuchNetwork,

    /// <summary>The access point has as many stations as it takes.</summary>
    Full,

    /// <summary>The radio runs without a station.</summary>
    NoStation,
}
