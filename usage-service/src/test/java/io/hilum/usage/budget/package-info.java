@NullMarked
package io.hilum.usage.budget;

import org.jspecify.annotations.NullMarked;
