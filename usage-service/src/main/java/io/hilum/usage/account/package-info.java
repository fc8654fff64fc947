/**
 * Keys: who they speak for, and how narrow they are.
 */
@NullMarked
package io.hilum.usage.account;

import org.jspecify.annotations.NullMarked;
