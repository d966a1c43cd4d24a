using System.Collections;
using System.IO;

namespace System.Net
{
    /// <summary>A request, whatever its scheme.</summary>
    public abstract class WebRequest : MarshalByRefObject, IDisposable
    {
        internal const int DefaultTimeout = 100000;

        private static readonly Hashtable s_creators = MakeCreators();

        /// <summary>Name of the request's method.</summary>
        public virtual string Method
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        /// <summary>Target of the request.</summary>
        public virtual Uri RequestUri
        {
            get { throw new NotSupportedException(); }
        }

        /// <summary>Not supported.</summary>
        public virtual string ConnectionGroupName
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        /// <summary>Header fields.</summary>
        public virtual WebHeaderCollection Headers
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        /// <summary>Length of the body in bytes.</summary>
        public virtual long ContentLength
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        /// <summary>Media type of the body.</summary>
        public virtual string ContentType
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        /// <summary>Time limit in milliseconds.</summary>
        public virtual int Timeout
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        /// <summary>Makes a request.</summary>
        /// <exception cref="NotSupportedException">The scheme is neither http nor https, nor registered.</exception>
        public static WebRequest Create(string requestUriString)
        {
            return Create(new Uri(requestUriString));
        }

        /// <summary>Makes a request.</summary>
        /// <exception cref="NotSupportedException">The scheme is neither http nor https, nor registered.</exception>
        public static WebRequest Create(Uri requestUri)
        {
            if (requestUri is null)
            {
                throw new ArgumentNullException();
            }

            IWebRequestCreate creator;
            lock (s_creators)
            {
                creator = (IWebRequestCreate)s_creators[requestUri.Scheme + ":"];
            }

            return creator == null ? throw new NotSupportedException() : creator.Create(requestUri);
        }

        /// <summary>Registers a scheme, written with its colon; false where it is taken.</summary>
        public static bool RegisterPrefix(string prefix, IWebRequestCreate creator)
        {
            if (prefix == null || creator == null)
            {
                throw new ArgumentNullException();
            }

            lock (s_creators)
            {
                if (s_creators.Contains(prefix.ToLower()))
                {
                    return false;
                }

                s_creators.Add(prefix.ToLower(), creator);
                return true;
            }
        }

        /// <summary>The stream that the body is written to.</summary>
        public virtual Stream GetRequestStream()
        {
            throw new NotSupportedException();
        }

        /// <summary>Sends the request and waits for the head of the response.</summary>
        public virtual WebResponse GetResponse()
        {
            throw new NotSupportedException();
        }

        /// <summary>Gives up what the request holds.</summary>
        public void Dispose()
        {
            Dispose(true);
        }

        /// <summary>Gives up what the request holds.</summary>
        protected virtual void Dispose(bool disposing)
        {
        }

        private static Hashtable MakeCreators()
        {
            Hashtable creators = new Hashtable();
            creators.Add("http:", new HttpRequestCreator());
            creators.Add("https:", new HttpRequestCreator());
            return creators;
        }

        private sealed class HttpRequestCreator : IWebRequestCreate
        {
            public WebRequest Create(Uri uri)
            {
                return new HttpWebRequest(uri);
            }
        }
    }
}
