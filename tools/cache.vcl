vcl 4.1;
# A cache in front of a portal, for Varnish 7. It keeps what the portal allows, gives a
# person who is logged in what is theirs alone, and forgets by the names in Surrogate-Key.
# COMMUNES_PORT stands for the port of the web process.

backend web {
    .host = "127.0.0.1";
    .port = "COMMUNES_PORT";
}

acl purgers {
    "127.0.0.1";
}

sub vcl_recv {
    if (req.method == "BAN") {
        if (client.ip !~ purgers) {
            return (synth(403));
        }
        # BAN with the header « X-Key: 99901-conseil-2026-9 » forgets that meeting; names
        # with « | » between them are forgotten together.
        # No blank in the expression: Varnish would read two parts, and forget nothing.
        ban("obj.http.Surrogate-Key ~ (^|\s)(" + req.http.X-Key + ")(\s|$)");
        return (synth(200));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.http.Authorization || req.http.Cookie ~ "__ac=") {
        return (pass);
    }
    # Nothing else a browser keeps changes what a stranger reads.
    unset req.http.Cookie;
    # A browser lists a dozen types and gets the page: one copy serves them all.
    if (req.http.Accept ~ "text/html" && req.http.Accept !~ "json|turtle|calendar|akn") {
        set req.http.Accept = "text/html";
    }
}

sub vcl_backend_response {
    # What does not say that it may be shared is not.
    if (beresp.http.Cache-Control !~ "s-maxage" || beresp.http.Set-Cookie) {
        set beresp.uncacheable = true;
        set beresp.ttl = 60s;
        return (deliver);
    }
    # Old copies serve to ask « still the same? », never to be read.
    set beresp.grace = 0s;
    set beresp.keep = 1h;
}
