/// Pages for people: hand in and read a report, correct it, find it again, decide about it, let it go. Pages
/// about many reports at once stand in rooms of their own: `supervise`, `overview`, `compare`, `admin`.
///
/// Takes requests of browsers, calls `service.Reports`, gives HTML. A controller a page, a view record a page;
/// what a page shows is computed from the service's values and the contract's JSON before a template sees it,
/// so that templates only place things. Knows neither Lucene nor SQL nor how a report is read.
///
/// Why:
/// - Everything works without a script: links lead to places (`#s34-44` is that span of the text, `#f3` a figure),
/// forms
///   are forms. The script lights up what belongs together and sends files one by one; htmx replaces a part of a
///   page where that is quicker than the whole.
/// - All words stand in `messages/pages*.properties`, Chinese by default. Wordings of forms come from the model,
/// as they
///   are printed on paper.
/// - Charts are SVG that the server draws: they need no script, print sharp, obey the policy and tell their
///   numbers to whoever cannot see them.
/// - Nothing is loaded from elsewhere, and the policy of [PageHeaders] has browsers hold us to it.
/// - [SameOrigin] guards whatever changes something, for pages and for REST alike: a foreign page that posts to an
///   office's own machine is the attack a login does not stop.
@NullMarked
package io.mingjian.web;

import org.jspecify.annotations.NullMarked;
