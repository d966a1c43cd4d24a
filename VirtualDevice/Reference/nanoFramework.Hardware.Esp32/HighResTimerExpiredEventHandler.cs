namespace nanoFramework.Hardware.Esp32
{
    /// <summary>Called when a timer expired.</summary>
    public delegate void HighResTimerExpiredEventHandler(HighResTimer sender, object e);
}
