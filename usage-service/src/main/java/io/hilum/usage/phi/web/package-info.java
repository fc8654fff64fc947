/**
 * Statistics of identifiers over HTTP.
 */
@NullMarked
package io.hilum.usage.phi.web;

import org.jspecify.annotations.NullMarked;
