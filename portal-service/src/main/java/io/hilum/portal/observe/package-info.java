/**
 * What ties this service to the trace of a request.
 */
@NullMarked
package io.hilum.portal.observe;

import org.jspecify.annotations.NullMarked;
