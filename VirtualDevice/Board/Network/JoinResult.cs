namespace SecureEsp.VirtualDevice.Board;

/// <summary>What became of an attempt to join a network.</summary>
public enum JoinResult
{
    Joined,
    WrongPassword,
    NoSuchNetwork,
}
