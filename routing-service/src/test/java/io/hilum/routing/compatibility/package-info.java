/**
 * What works between which endpoint and which provider, and the document that says so.
 */
@NullMarked
package io.hilum.routing.compatibility;

import org.jspecify.annotations.NullMarked;
