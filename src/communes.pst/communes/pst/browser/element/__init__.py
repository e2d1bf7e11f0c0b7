"""The pages of one element: its sheet, its steps, its annexes, its history."""
