/**
 * What one request says: every text of it with its place in the bytes, found in one walk
 * that all APIs share.
 */
@NullMarked
package io.hilum.gateway.chat.request;

import org.jspecify.annotations.NullMarked;
