/**
 * The directory over HTTP.
 */
@NullMarked
package io.hilum.usage.directory.web;

import org.jspecify.annotations.NullMarked;
