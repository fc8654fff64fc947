@NullMarked
package io.hilum.usage.inbox;

import org.jspecify.annotations.NullMarked;
