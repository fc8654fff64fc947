/**
 * Reading and writing of JSON documents, the same for all dialects.
 */
@NullMarked
package io.hilum.dialects.json;

import org.jspecify.annotations.NullMarked;
