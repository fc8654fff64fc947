@NullMarked
package io.hilum.usage.account;

import org.jspecify.annotations.NullMarked;
