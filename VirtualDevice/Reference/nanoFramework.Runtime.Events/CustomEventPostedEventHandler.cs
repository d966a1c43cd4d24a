namespace nanoFramework.Runtime.Events
{
    /// <summary>Called when a custom event was posted.</summary>
    public delegate void CustomEventPostedEventHandler(object sender, CustomEventArgs e);
}
