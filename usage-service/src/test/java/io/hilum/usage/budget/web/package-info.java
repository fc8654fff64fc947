@NullMarked
package io.hilum.usage.budget.web;

import org.jspecify.annotations.NullMarked;
