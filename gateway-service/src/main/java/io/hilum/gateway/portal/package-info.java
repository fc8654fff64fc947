/**
 * The portal: the files of a web page, as the build packed them, and what it is told
 * about signing in. Nothing here knows who asks.
 */
@NullMarked
package io.hilum.gateway.portal;

import org.jspecify.annotations.NullMarked;
